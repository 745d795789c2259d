package city.plaza.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxTests {

	private static final Clock STOPPED = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

	@TempDir
	Path directory;

	@Test
	void keepsTheOrderOfMailsOfOneMoment() throws IOException {
		Mailbox mailbox = Mailbox.open(this.directory, STOPPED);
		for (String subject : List.of("one", "two", "three")) {
			keep(mailbox, subject);
		}
		assertThat(mailbox.newestFirst()).extracting(Mail::subject).containsExactly("three", "two", "one");
		assertThat(Mailbox.open(this.directory, STOPPED).newestFirst()).isEqualTo(mailbox.newestFirst());
	}

	@Test
	void givesNewMailsLaterIdsAfterARestart() throws IOException {
		keep(Mailbox.open(this.directory, STOPPED), "before");
		Mailbox next = Mailbox.open(this.directory, STOPPED);
		keep(next, "after");
		assertThat(next.newestFirst()).extracting(Mail::subject).containsExactly("after", "before");
		assertThat(next.byId(next.newestFirst().getFirst().id())).isPresent();
	}

	@Test
	void dropsTheOldestAboveItsLimit() throws IOException {
		Mailbox mailbox = Mailbox.open(this.directory, STOPPED, 5);
		for (int i = 0; i < 8; i++) {
			keep(mailbox, "mail " + i);
		}
		assertThat(mailbox.newestFirst()).extracting(Mail::subject)
			.containsExactly("mail 7", "mail 6", "mail 5", "mail 4", "mail 3");
		try (Stream<Path> files = Files.list(this.directory)) {
			assertThat(files).hasSize(5);
		}
		Mailbox smaller = Mailbox.open(this.directory, STOPPED, 2);
		keep(smaller, "next");
		assertThat(smaller.newestFirst()).extracting(Mail::subject).containsExactly("next", "mail 7");
	}

	@Test
	void passesOverFilesThatAreNoMails() throws IOException {
		Files.writeString(this.directory.resolve("notes.eml"), "no envelope");
		Files.writeString(this.directory.resolve("0000000000000001.part"), "half of a mail");
		assertThat(Mailbox.open(this.directory, STOPPED).newestFirst()).isEmpty();
	}

	@Test
	void passesOverAMailWhoseNameIsNone() throws IOException {
		keep(Mailbox.open(this.directory, STOPPED), "kept");
		try (Stream<Path> files = Files.list(this.directory)) {
			Files.copy(files.findFirst().orElseThrow(), this.directory.resolve("a \"copy\".eml"));
		}
		assertThat(Mailbox.open(this.directory, STOPPED).newestFirst()).hasSize(1);
	}

	@Test
	void goesOnCountingWhereTheClockWasSetBack() throws IOException {
		keep(Mailbox.open(this.directory, STOPPED), "before");
		Clock back = Clock.offset(STOPPED, Duration.ofDays(-400));
		Mailbox mailbox = Mailbox.open(this.directory, back);
		keep(mailbox, "after");
		assertThat(mailbox.newestFirst()).extracting(Mail::subject).containsExactly("after", "before");
		assertThat(Mailbox.open(this.directory, back).newestFirst()).extracting(Mail::subject)
			.containsExactly("after", "before");
	}

	@Test
	void givesAwayAListThatDoesNotChange() throws IOException {
		Mailbox mailbox = Mailbox.open(this.directory, STOPPED);
		List<Mail> before = mailbox.newestFirst();
		keep(mailbox, "one");
		assertThat(before).isEmpty();
	}

	private static void keep(Mailbox mailbox, String subject) throws IOException {
		mailbox.keep(List.of("ann@fairhaven.example"),
				("Subject: " + subject + "\r\n\r\nText\r\n").getBytes(StandardCharsets.UTF_8));
	}

}
