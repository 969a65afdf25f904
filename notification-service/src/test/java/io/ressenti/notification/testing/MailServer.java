package io.ressenti.notification.testing;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * An SMTP server on a real port, without TLS. It asks for a login, and refuses addresses that begin with {@code unknown-} because there is no such
 * mailbox, with {@code relay-} because of who sends, with {@code full-} for now, and every sender while it is told to. What it has taken is gone when it starts again.
 */
public final class MailServer extends GreenMail {

    /** A mail as it arrived. */
    public record Arrived(MimeMessage message) {

        public String subject() {
            return header("Subject");
        }

        /** The text, whatever the encoding that it came in, with plain line ends. */
        public String text() {
            try {
                return ((String) message.getContent()).replace("\r\n", "\n");
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The only header of this name, decoded. */
        public String header(String name) {
            try {
                var values = message.getHeader(name);
                if (values.length != 1) {
                    throw new AssertionError(name + " stands there " + values.length + " times");
                }
                return MimeUtility.decodeText(MimeUtility.unfold(values[0]));
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Every byte of it, and the text once more decoded. */
        public String everything() {
            return GreenMailUtil.getWholeMessage(message) + text();
        }
    }

    static final String USER = "ressenti";
    static final String PASSWORD = "only for tests";

    private volatile boolean refusesSenders;

    MailServer(int port) {
        super(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
    }

    public void refuseSenders(boolean refuse) {
        refusesSenders = refuse;
    }

    /** What that mailbox has got, oldest first. */
    public List<Arrived> at(String address) {
        return findReceivedMessages(user -> user.getEmail().equals(address), message -> true)
                .map(Arrived::new)
                .toList();
    }

    /** Also at each start: it begins with empty mailboxes. */
    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers unused) {
        managers = new Choosy();
        getUserManager().setAuthRequired(true);
        setUser(USER, PASSWORD);
        return super.createServices(setups, managers);
    }

    private final class Choosy extends Managers {

        private final SmtpManager smtp = new SmtpManager(getImapHostManager(), getUserManager()) {

            @Override
            public String checkSender(SmtpState state, MailAddress sender) {
                if (state.getMessage().getAuthenticationState() == null) {
                    return "530 5.7.0 Authentication required";
                }
                return refusesSenders ? "550 5.7.1 Not from you" : null;
            }

            @Override
            public String checkRecipient(SmtpState state, MailAddress recipient) {
                if (recipient.getEmail().startsWith("unknown-")) {
                    return "550 5.1.1 mx-7.internal: no such mailbox";
                }
                if (recipient.getEmail().startsWith("relay-")) {
                    return "550 5.7.1 mx-7.internal: relay access denied";
                }
                return recipient.getEmail().startsWith("full-") ? "452 4.2.2 mx-7.internal: mailbox full" : null;
            }
        };

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }
}
