package city.plaza.client;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InboxClientTests {

	private static final String MAILS = """
			[{"to": "ann@fairhaven.example", "from": "city", "subject": "Receipt for PLZ-1", "text": "Order 123456789",
			  "html": "", "receivedAt": "2026-01-01T00:00:02Z"},
			 {"to": "ann@fairhaven.example", "from": "city", "subject": "Your code", "text": "It is 87654321.",
			  "html": "", "receivedAt": "2026-01-01T00:00:01Z"},
			 {"to": "ann@fairhaven.example", "from": "city", "subject": "Your code", "text": "It is 12345678.",
			  "html": "", "receivedAt": "2026-01-01T00:00:00Z"}]""";

	private final ApiServer server = new ApiServer();

	private final InboxClient inbox = InboxClient.at(this.server.address());

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void findsTheNewestCodeAndNoLongerNumber() throws InterruptedException {
		this.server.responds(200, MAILS);
		assertThat(this.inbox.awaitCode("ann+1@fairhaven.example")).isEqualTo("87654321");
		assertThat(this.server.last().request()).isEqualTo("GET /dev/inbox/messages?to=ann%2B1%40fairhaven.example");
	}

	@Test
	void findsWhatIsMentionedInSubjectOrText() throws InterruptedException {
		this.server.responds(200, MAILS);
		assertThat(this.inbox.mentioning("a", "PLZ-1")).hasSize(1);
		assertThat(this.inbox.mentioning("a", "It is")).hasSize(2);
		assertThat(this.inbox.mentioning("a", "nothing")).isEmpty();
	}

}
