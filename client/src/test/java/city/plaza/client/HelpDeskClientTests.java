package city.plaza.client;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HelpDeskClientTests {

	private static final UUID ID = UUID.fromString("0197a000-0000-7000-8000-000000000003");

	private final ApiServer server = new ApiServer();

	private final HelpDeskClient helpDesk = PlazaClient.at(this.server.address()).helpDesk(new Tokens("abc", 1, ""));

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void findsAccountsOfThePortalBefore() throws InterruptedException {
		this.server.responds(200, """
				{"items": [{"id": "%s", "name": "Pat Example", "address": null, "customerNumbers": ["100234"],
				  "maskedEmail": "p***t@e***.com", "reclaimedAt": null}], "more": false}""".formatted(ID));
		assertThat(this.helpDesk.legacyResidents("100234"))
			.containsExactly(new LegacyResident(ID, "Pat Example", null, List.of("100234"), "p***t@e***.com", null));
		assertThat(this.server.last().request()).isEqualTo("POST /api/v1/legacy-residents/searches");
		assertThat(this.server.last().body()).isEqualTo("{\"query\":\"100234\"}");
		assertThat(this.server.last().authorization()).isEqualTo("Bearer abc");
	}

	@Test
	void hasAHintMailed() throws InterruptedException {
		this.server.responds(202, "");
		this.helpDesk.mailHint(ID);
		assertThat(this.server.last().request()).isEqualTo("POST /api/v1/legacy-residents/" + ID + "/hints");
		assertThat(this.server.last().body()).isEmpty();
	}

	@Test
	void namesTheCodeOfARefusedHint() {
		this.server.responds(409, "{\"code\": \"already-reclaimed\"}");
		assertThatExceptionOfType(UnexpectedResponse.class).isThrownBy(() -> this.helpDesk.mailHint(ID))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("already-reclaimed"));
	}

}
