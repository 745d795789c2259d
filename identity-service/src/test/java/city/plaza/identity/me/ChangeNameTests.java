package city.plaza.identity.me;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@PlazaTest
class ChangeNameTests {

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private TestEvents events;

	private IdentityFixture.Tokens own;

	private String account = "";

	@BeforeEach
	void signIn() {
		this.own = this.fixture.resident(this.email);
		this.account = this.fixture.me(this.own.accessToken()).id().toString();
	}

	@Test
	void changesItAndReportsHowTheResidentIsGreeted() {
		naming("Mary Ann", "O'Donnell").expectStatus().isNoContent();
		JsonNode me = IdentityFixture.json(this.fixture.get("/api/v1/me", this.own.accessToken()));
		assertThat(me.path("givenName").asString()).isEqualTo("Mary Ann");
		assertThat(me.path("familyName").asString()).isEqualTo("O'Donnell");
		JsonNode changed = this.events.await(IdentityFixture.RESIDENTS, "ContactChanged",
				(body) -> body.path("residentId").asString().equals(this.account));
		assertThat(changed.path("givenName").asString()).isEqualTo("Mary Ann");
		assertThat(changed.path("familyName").asString()).isEqualTo("O'Donnell");
	}

	/** The last of several at once is the name, and the last event has it. */
	@Test
	void reportsEveryChangeOfSeveralAtOnceInTheirOrder() {
		List<Integer> statuses = IdentityFixture.atOnce(6,
				(number) -> IdentityFixture.status(naming("Robin" + number, "Example")));
		assertThat(statuses).containsOnly(204);
		String now = IdentityFixture.json(this.fixture.get("/api/v1/me", this.own.accessToken()))
			.path("givenName")
			.asString();
		this.events.await(IdentityFixture.RESIDENTS, "ContactChanged",
				(body) -> body.path("residentId").asString().equals(this.account)
						&& body.path("revision").asInt() == 6);
		List<JsonNode> all = this.events.all(IdentityFixture.RESIDENTS)
			.stream()
			.filter((event) -> event.key().equals(this.account) && event.type().equals("ContactChanged"))
			.map((event) -> event.body())
			.toList();
		assertThat(all).hasSize(6);
		assertThat(all.getLast().path("givenName").asString()).isEqualTo(now);
	}

	@Test
	void reportsNothingWhereItStaysTheSame() {
		naming("Mary", "Example").expectStatus().isNoContent();
		naming(" Mary ", "Example").expectStatus().isNoContent();
		naming("Ann", "Example").expectStatus().isNoContent();
		assertThat(this.events
			.await(IdentityFixture.RESIDENTS, "ContactChanged",
					(body) -> body.path("residentId").asString().equals(this.account)
							&& body.path("givenName").asString().equals("Ann"))
			.path("revision")
			.asInt()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null", value = { "null, Example, givenName, required", "Robin, ' ', familyName, required",
			"<b>, Example, givenName, invalid-characters" })
	void namesWhatIsWrong(String given, String family, String field, String code) {
		assertThat(IdentityFixture.body(naming(given, family), IdentityFixture.Refusal.class).errors())
			.extracting(IdentityFixture.FieldError::field, IdentityFixture.FieldError::code)
			.containsExactly(tuple(field, code));
	}

	private ResponseSpec naming(String given, String family) {
		Map<String, String> names = new HashMap<>();
		names.put("givenName", given);
		names.put("familyName", family);
		return this.fixture.put("/api/v1/me/name", names, this.own.accessToken(), IdentityFixture.homeOf(this.email));
	}

}
