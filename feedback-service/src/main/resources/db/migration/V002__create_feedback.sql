-- What customers said. The primary key is what makes a statement count once.
CREATE TABLE feedback (
    brand       text        NOT NULL,
    source      text        NOT NULL,
    id          text        NOT NULL,
    customer    text        NOT NULL,
    journey_id  text,
    touchpoint  text        NOT NULL,
    stage       text        NOT NULL,
    channel     text        NOT NULL,
    partner     text,
    occurred_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    answers     jsonb       NOT NULL,
    comment     text,
    language    text,
    PRIMARY KEY (brand, source, id)
);

-- Lists go newest first, whatever they are filtered by.
CREATE INDEX feedback_newest ON feedback (brand, occurred_at DESC, source DESC, id DESC);
CREATE INDEX feedback_touchpoint ON feedback (brand, touchpoint, occurred_at DESC, source DESC, id DESC);
CREATE INDEX feedback_customer ON feedback (brand, customer, occurred_at DESC, source DESC, id DESC);
CREATE INDEX feedback_journey ON feedback (brand, journey_id, occurred_at DESC, source DESC, id DESC)
    WHERE journey_id IS NOT NULL;
CREATE INDEX feedback_partner ON feedback (brand, partner, occurred_at DESC, source DESC, id DESC)
    WHERE partner IS NOT NULL;
