package city.plaza.client;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

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

	@ParameterizedTest
	@CsvSource({ "It is 12345678., 12345678", "12345678, 12345678", "'Call 555-1234567 or use\n00000000\n', 00000000",
			"ref PLZ12345678x, 12345678", "'1234567, 123456789, 87654321', 87654321",
			"'\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668 11111111', 11111111" })
	void findsEightDigitsAndNothingElse(String text, String code) throws InterruptedException {
		this.server.responds(200,
				JsonMapper.builder()
					.build()
					.writeValueAsString(List.of(Map.of("to", "a", "from", "b", "subject", "99999999", "text", text))));
		assertThat(this.inbox.awaitCode("a")).isEqualTo(code);
	}

	@Test
	void waitsForAMailThatIsStillOnItsWay() throws InterruptedException {
		Thread later = Thread.ofPlatform().start(() -> {
			while (this.server.received().isEmpty()) {
				Thread.onSpinWait();
			}
			this.server.responds(200, MAILS);
		});
		this.server.responds(503, "{\"code\": \"temporarily-unavailable\"}");
		assertThat(this.inbox.awaitMention("ann@fairhaven.example", "Receipt")).hasSize(1);
		later.join();
	}

}
