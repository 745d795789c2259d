package city.plaza.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mails received, each in a file of its own and, for quick responses, in memory. The
 * oldest go once there are too many.
 */
final class Mailbox {

	private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

	private static final int MOST = 1_000;

	private static final String SUFFIX = ".eml";

	private final Path directory;

	private final Clock clock;

	/** Newest first. */
	private final Deque<Mail> mails = new ArrayDeque<>();

	private long last;

	private final int most;

	private Mailbox(Path directory, Clock clock, int most) {
		this.directory = directory;
		this.clock = clock;
		this.most = most;
	}

	/**
	 * Opens the mailbox in a directory, with every mail that an earlier run kept there.
	 */
	static Mailbox open(Path directory, Clock clock) throws IOException {
		return open(directory, clock, MOST);
	}

	/** The same with another number of mails at the most. */
	static Mailbox open(Path directory, Clock clock, int most) throws IOException {
		Files.createDirectories(directory);
		Mailbox mailbox = new Mailbox(directory, clock, most);
		for (Path file : mailbox.files()) {
			mailbox.load(file);
		}
		return mailbox;
	}

	/**
	 * Keeps a mail. It is on the disk when this returns.
	 * @param source head and body as received
	 */
	synchronized void keep(List<String> recipients, byte[] source) throws IOException {
		Instant now = this.clock.instant();
		// Two mails of one millisecond still have an order.
		this.last = Math.max(this.last + 1, now.toEpochMilli() * 1_000);
		String id = String.format(Locale.ROOT, "%016d", this.last);
		byte[] whole = withEnvelope(recipients, now, source);
		write(id, whole);
		this.mails.addFirst(MailParser.parse(id, whole));
		while (this.mails.size() > this.most) {
			Files.deleteIfExists(this.directory.resolve(this.mails.removeLast().id() + SUFFIX));
		}
	}

	synchronized List<Mail> newestFirst() {
		return List.copyOf(this.mails);
	}

	synchronized List<Mail> to(String address) {
		return this.mails.stream().filter(mail -> mail.isTo(address)).toList();
	}

	synchronized Optional<Mail> byId(String id) {
		return this.mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
	}

	private void write(String id, byte[] whole) throws IOException {
		Path unfinished = this.directory.resolve(id + ".part");
		try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.CREATE,
				StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
			ByteBuffer bytes = ByteBuffer.wrap(whole);
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		}
		Files.move(unfinished, this.directory.resolve(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
	}

	private static byte[] withEnvelope(List<String> recipients, Instant now, byte[] source) {
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		String envelope = MailParser.RECIPIENTS + ": " + String.join(" ", recipients) + "\r\n" + MailParser.RECEIVED_AT
				+ ": " + now + "\r\n" + MailParser.END + ":\r\n";
		whole.writeBytes(envelope.getBytes(StandardCharsets.UTF_8));
		whole.writeBytes(source);
		return whole.toByteArray();
	}

	private void load(Path file) {
		String id = String.valueOf(file.getFileName()).replace(SUFFIX, "");
		try {
			this.last = Math.max(this.last, Long.parseLong(id));
			this.mails.addFirst(MailParser.parse(id, Files.readAllBytes(file)));
		}
		catch (IOException | RuntimeException ex) {
			LOG.warn("{} is passed over: it is not a mail kept here", file, ex);
		}
	}

	private List<Path> files() throws IOException {
		List<Path> files = new ArrayList<>();
		try (DirectoryStream<Path> found = Files.newDirectoryStream(this.directory, "*" + SUFFIX)) {
			found.forEach(files::add);
		}
		files.sort(null);
		return files;
	}

}
