// What the server cannot do for the inbox: keep it live without moving what is being read, the keyboard, times in the reader's zone.
(() => {
  'use strict';

  const byId = id => document.getElementById(id);
  const list = document.querySelector('.list');
  const language = document.documentElement.lang;

  // --- Times: how long ago, kept current; the exact one, in the reader's own zone, on hover.
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const ago = new Intl.RelativeTimeFormat(language, { style: 'short', numeric: 'auto' });

  const relative = seconds => {
    if (seconds < 45) return ago.format(0, 'second');
    if (seconds < 3600) return ago.format(-Math.max(1, Math.floor(seconds / 60)), 'minute');
    if (seconds < 48 * 3600) return ago.format(-Math.floor(seconds / 3600), 'hour');
    return ago.format(-Math.floor(seconds / 86400), 'day');
  };
  const tell = root => root.querySelectorAll('time[datetime]').forEach(time => {
    const at = new Date(time.dateTime);
    time.textContent = relative((Date.now() - at) / 1000);
    time.title = exact.format(at);
  });
  tell(document);
  setInterval(() => tell(document), 20000);

  // --- When a request fails altogether, say so.
  const oops = byId('oops');
  let oopsTimer;
  const complain = () => {
    oops.textContent = oops.dataset.text;
    oops.hidden = false;
    clearTimeout(oopsTimer);
    oopsTimer = setTimeout(() => { oops.hidden = true; }, 8000);
  };

  // A poll that fails says so through the page itself; only what somebody asked for deserves a complaint.
  const polls = event => event.detail.elt.id === 'scores';
  document.addEventListener('htmx:sendError', event => { if (!polls(event)) complain(); });
  document.addEventListener('htmx:responseError', event => { if (event.detail.xhr.status !== 401 && !polls(event)) complain(); });

  if (!list) {
    document.addEventListener('htmx:afterSettle', event => tell(event.target));
    return;
  }

  // --- The list.
  const cards = byId('cards');
  const pill = byId('pill');
  const waiting = new Map();
  const showsResolved = 'resolved' in list.dataset;
  const story = () => byId('story');
  const cardOf = id => byId(`card-${CSS.escape(id)}`) || document.querySelector(`.card[data-id="${CSS.escape(id)}"]`);
  const linkOf = card => card.querySelector('a');
  const moreUrgent = (a, b) => Number(a.dataset.urgency) - Number(b.dataset.urgency) || Number(a.dataset.opened) - Number(b.dataset.opened);
  const newer = (a, b) => Number(a.dataset.revision) > Number(b.dataset.revision);

  const select = id => {
    cards.querySelectorAll('a[aria-current]').forEach(link => link.removeAttribute('aria-current'));
    const card = id && cardOf(id);
    if (card) linkOf(card).setAttribute('aria-current', 'true');
  };

  const countWaiting = () => {
    const count = waiting.size;
    pill.hidden = count === 0;
    pill.textContent = count === 1 ? pill.dataset.one : pill.dataset.many.replace('%', count);
    document.title = document.title.replace(/^\(\d+\) /, '');
    if (count > 0) document.title = `(${count}) ${document.title}`;
  };

  const insert = card => {
    const after = [...cards.querySelectorAll('.card')].find(shown => moreUrgent(card, shown) > 0);
    const more = cards.querySelector('.more');
    cards.insertBefore(card, after || more);
    card.classList.add('fresh');
    htmx.process(card);
    tell(card);
  };

  const showWaiting = () => {
    if (waiting.size === 0) return;
    const arrived = [...waiting.values()].sort((a, b) => moreUrgent(b, a));
    waiting.clear();
    countWaiting();
    byId('empty')?.setAttribute('hidden', '');
    arrived.forEach(insert);
    linkOf(arrived[0]).focus();
    arrived[0].scrollIntoView({ block: 'nearest' });
  };
  pill.addEventListener('click', showWaiting);

  // A card that is shown changes where it stands; one that is not waits behind the pill.
  const merge = card => {
    const shown = cardOf(card.dataset.id);
    if (shown) {
      if (newer(card, shown)) {
        const focused = shown.contains(document.activeElement);
        shown.replaceWith(card);
        htmx.process(card);
        tell(card);
        if (focused) linkOf(card).focus();
        select(story()?.dataset.id);
        refreshStory(card);
      }
      return;
    }
    if ((card.dataset.state === 'RESOLVED') !== showsResolved) {
      waiting.delete(card.dataset.id);
    } else if (!waiting.has(card.dataset.id) || newer(card, waiting.get(card.dataset.id))) {
      waiting.set(card.dataset.id, card);
    }
    countWaiting();
  };

  const cardsIn = html => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return [...template.content.querySelectorAll('.card')];
  };

  // The open story follows its alert, unless somebody is writing in it.
  const refreshStory = card => {
    const open = story();
    if (open?.dataset.id !== card.dataset.id || !newer(card, open)) return;
    if (open.querySelector('details[open]')) {
      byId('story-state').innerHTML = card.querySelector('.state').outerHTML;
      return;
    }
    htmx.ajax('GET', `/alerts/${encodeURIComponent(card.dataset.id)}`, { target: '#story', swap: 'outerHTML show:none' });
  };

  // --- The live end.
  const live = byId('live');
  const lost = byId('lost');
  let source;
  let lastEventId = '';
  let lostTimer;
  let retryTimer;

  const showLive = on => {
    live.classList.toggle('on', on);
    live.classList.toggle('off', !on);
    const words = on ? live.dataset.live : live.dataset.lost;
    if (live.lastElementChild.textContent !== words) live.lastElementChild.textContent = words;
    clearTimeout(lostTimer);
    if (on) lost.hidden = true;
    else lostTimer = setTimeout(() => { lost.hidden = false; }, 1500);
  };

  // What happened before the stream was open is in the list that the server has now.
  const catchUp = async () => {
    const answer = await fetch(`/alerts/cards?resolved=${showsResolved}`, { headers: { 'HX-Request': 'true' } });
    if (answer.status === 401) location.assign('/login');
    if (answer.ok) cardsIn(await answer.text()).forEach(merge);
  };

  const disconnect = () => {
    clearTimeout(retryTimer);
    source?.close();
  };

  // A browser that comes back by itself names the last event it saw; one that has given up is opened anew, and has to be told.
  const connect = () => {
    disconnect();
    source = new EventSource(lastEventId ? `${list.dataset.feed}?after=${encodeURIComponent(lastEventId)}` : list.dataset.feed);
    source.addEventListener('live', () => {
      showLive(true);
      if (!lastEventId) catchUp().catch(() => showLive(false));
    });
    source.addEventListener('alert', event => {
      lastEventId = event.lastEventId;
      cardsIn(event.data).forEach(merge);
    });
    source.addEventListener('passed', event => { lastEventId = event.lastEventId; });
    source.addEventListener('error', event => {
      showLive(false);
      if (event.target === source && source.readyState === EventSource.CLOSED) {
        clearTimeout(retryTimer);
        retryTimer = setTimeout(connect, 4000);
        catchUp().catch(() => {});
      }
    });
  };
  addEventListener('pagehide', disconnect);
  // Back from the browser's history: the page is as it was left, and its stream is closed.
  addEventListener('pageshow', event => { if (event.persisted) connect(); });
  addEventListener('offline', () => showLive(false));
  connect();

  // --- The story.
  const centreCause = () => {
    const line = document.querySelector('.line');
    const cause = line?.querySelector('.cause');
    if (cause) line.scrollLeft = cause.offsetLeft - line.clientWidth / 2 + cause.offsetWidth / 2;
  };
  centreCause();

  const view = shows => {
    document.body.classList.toggle('shows-story', shows === 'story');
    document.body.classList.toggle('shows-list', shows === 'list');
  };

  document.addEventListener('htmx:afterSettle', event => {
    tell(event.target);
    if (event.target.id !== 'story') return;
    const asked = event.detail.requestConfig;
    select(story().dataset.id);
    centreCause();
    if (asked?.elt?.closest('.card')) {
      view('story');
      story().scrollTop = 0;
      if (matchMedia('(max-width: 699px)').matches) { scrollTo(0, 0); story().focus({ preventScroll: true }); }
    }
    if (asked?.verb === 'post') story().focus({ preventScroll: true });
  });

  document.addEventListener('toggle', event => {
    if (event.target.open && event.target.closest('.actions')) event.target.querySelector('textarea')?.focus();
  }, true);

  // --- The keyboard.
  const step = by => {
    const links = [...cards.querySelectorAll('.card > a')];
    if (links.length === 0) return;
    const at = links.findIndex(link => link.hasAttribute('aria-current'));
    const next = links[Math.min(Math.max(at + by, 0), links.length - 1)];
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
    next.click();
  };
  const help = byId('help');
  const keys = { j: () => step(1), k: () => step(-1), '.': showWaiting, '?': () => help.showModal() };
  byId('keys').addEventListener('click', () => help.showModal());

  // Opened and focused at once: the next key that is struck already belongs to the text.
  const write = details => {
    details.open = true;
    details.querySelector('textarea').focus();
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
    if (event.target.closest('input, textarea, select')) {
      if (event.key === 'Escape') {
        const open = event.target.closest('details');
        if (open) { open.open = false; open.querySelector('summary').focus(); }
      }
      return;
    }
    const key = event.key.toLowerCase();
    const act = keys[key] || (/^[a-z]$/.test(key) && document.querySelector(`.actions [data-key="${key}"]`));
    if (!act) return;
    event.preventDefault();
    if (typeof act === 'function') act();
    else if (act.tagName === 'SUMMARY') write(act.parentElement);
    else act.click();
  });
})();
