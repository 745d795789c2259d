package city.plaza.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/**
 * Receives one mail over SMTP. The mail is on the disk before it is acknowledged; where
 * it cannot be kept the sender gets a reply to try again later.
 */
final class Receiver implements MessageHandler {

	private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);

	private static final int TRY_AGAIN = 451;

	private final Mailbox mailbox;

	private final List<String> recipients = new ArrayList<>();

	Receiver(Mailbox mailbox) {
		this.mailbox = mailbox;
	}

	@Override
	public void from(String from) {
		// The From header is more readable.
	}

	@Override
	public void recipient(String recipient) {
		this.recipients.add(recipient.replaceAll("\\s", ""));
	}

	@Override
	public @Nullable String data(InputStream data) throws RejectException, IOException {
		byte[] source = data.readAllBytes();
		try {
			this.mailbox.keep(this.recipients, source);
			return null;
		}
		catch (IOException ex) {
			LOG.warn("A mail could not be kept", ex);
			throw new RejectException(TRY_AGAIN, "The mail could not be kept; try again");
		}
	}

	@Override
	public void done() {
		// Nothing is held.
	}

}
