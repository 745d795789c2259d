package city.plaza.identity.legacy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.staff.StaffFixture;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** Staff find records and have hints mailed, and see nobody's address. */
@PlazaTest
class HelpDeskTests {

	private static final String SEARCHES = "/api/v1/legacy-residents/searches";

	@Autowired
	private LegacyFixture legacy;

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private StaffFixture staff;

	@Autowired
	private TestEvents events;

	private final String email = IdentityFixture.newEmail();

	/** Letters that no other test's residents are called by. */
	private final String name = letters();

	private String helpDesk = "";

	@BeforeEach
	void signIn() {
		this.helpDesk = this.staff.member("help-desk");
	}

	@Test
	void findsByNameAddressOrCustomerNumber() {
		String number = "C-" + this.name.substring(0, 12);
		this.legacy.has(row(this.email, "Pat", this.name, this.name + " St", number));
		for (String query : List.of(this.name, this.name.toUpperCase(Locale.ROOT), "pat " + this.name,
				this.name + ", Pat", this.name + " pat", this.name.substring(0, 10), "125 " + this.name + " st",
				this.name + " St, Apt 4, Any Town", number, number.toLowerCase(Locale.ROOT))) {
			assertThat(search(query).path("items").size()).as(query).isEqualTo(1);
		}
		for (String query : List.of(this.email, this.email.substring(0, 20), number + "0", this.name + "%",
				"___" + this.name.substring(3), "' or 1=1 --")) {
			assertThat(search(query).path("items").size()).as(query).isZero();
		}
	}

	@Test
	void showsAFewLettersOfTheEmailAddress() {
		this.legacy.has(row(this.email, "Pat", this.name, "Main St", "1 2"));
		ResponseSpec response = searching(this.helpDesk, this.name);
		String body = response.expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
		assertThat(body).doesNotContainIgnoringCase(this.email)
			.doesNotContainIgnoringCase(this.email.substring(4, 12))
			.contains("\"maskedEmail\":\"p***", "\"name\":\"Pat " + this.name + "\"",
					"\"address\":\"125 Main St, Apt 4, Any Town, IL 62601\"", "\"customerNumbers\":[\"1\",\"2\"]",
					"\"reclaimedAt\":null", "\"more\":false");
	}

	@Test
	void showsThatARecordIsReclaimed() {
		this.legacy.has(this.email + ",Pat," + this.name + ",,,,,,,");
		this.identity.resident(this.email);
		JsonNode found = search(this.name).path("items").get(0);
		assertThat(found.path("reclaimedAt").asString()).isNotEmpty();
		assertThat(found.path("address").isNull()).isTrue();
		assertThat(IdentityFixture
			.problem(hinting(this.helpDesk, found.path("id").asString()).expectStatus().isEqualTo(409)))
			.isEqualTo("already-reclaimed");
	}

	@Test
	void showsTwentyAtMost() {
		this.legacy.has(IntStream.range(0, 21)
			.mapToObj((number) -> row(IdentityFixture.newEmail(), "Pat", this.name, "Main St", "1"))
			.toArray(String[]::new));
		JsonNode found = search(this.name);
		assertThat(found.path("items").size()).isEqualTo(20);
		assertThat(found.path("more").asBoolean()).isTrue();
	}

	@Test
	void asksForThreeToAHundredCharacters() {
		for (String query : new String[] { "", "ab", " ab ", "x".repeat(101) }) {
			assertThat(IdentityFixture.problem(searching(this.helpDesk, query).expectStatus().isEqualTo(422)))
				.isEqualTo("invalid-query");
		}
		assertThat(IdentityFixture
			.problem(this.staff.call(HttpMethod.POST, SEARCHES, this.helpDesk, Map.of()).expectStatus().isEqualTo(422)))
			.isEqualTo("invalid-query");
	}

	@Test
	void notesWhoseRecordWasSeenAndNotWhatWasTyped() {
		this.legacy.has(row(this.email, "Pat", this.name, "Main St", "1"));
		String id = search(this.name).path("items").get(0).path("id").asString();
		UUID by = this.identity.me(this.helpDesk).id();
		assertThat(this.legacy.trail("resident-looked-up", id)).singleElement()
			.satisfies((entry) -> assertThat(entry).containsEntry("actor", by).containsEntry("role", "help-desk"))
			.satisfies((entry) -> assertThat(entry.get("details").toString()).contains("\"results\":1"));
		search("nobody" + this.name);
		assertThat(this.legacy.trail("resident-looked-up", "none").getLast()).containsEntry("actor", by)
			.containsEntry("outcome", "failed");
		assertThat(this.legacy.trail("resident-looked-up", id).toString()
				+ this.legacy.trail("resident-looked-up", "none"))
			.doesNotContain(this.name);
	}

	@Test
	void mailsAHintOnceADayHoweverManyAskAtOnce() {
		this.legacy.has(row(this.email, "Pat", this.name, "Main St", "1"));
		String id = search(this.name).path("items").get(0).path("id").asString();
		List<Integer> statuses = IdentityFixture.atOnce(6,
				(number) -> IdentityFixture.status(hinting(this.helpDesk, id)));
		assertThat(statuses).filteredOn((status) -> status == 202).hasSize(1);
		assertThat(statuses).filteredOn((status) -> status == 429).hasSize(5);
		JsonNode hint = this.events.await(LegacyHintRequested.TOPIC, LegacyHintRequested.TYPE, this::isOurs);
		GoldenSamples.assertMatches(LegacyHintRequested.TOPIC, LegacyHintRequested.TYPE, hint);
		assertThat(hint.path("givenName").asString()).isEqualTo("Pat");
		assertThat(hints()).isOne();
		assertThat(this.legacy.trail("hint-mailed", id)).hasSize(1);
		ResponseSpec again = hinting(this.helpDesk, id).expectStatus().isEqualTo(429);
		again.expectHeader()
			.value(HttpHeaders.RETRY_AFTER, (seconds) -> assertThat(Integer.parseInt(seconds)).isBetween(1,
					(int) Duration.ofDays(1).toSeconds()));
		assertThat(IdentityFixture.problem(again)).isEqualTo("hint-sent-already");
	}

	@Test
	void mailsAnotherOneTheNextDay() {
		this.legacy.has(row(this.email, "Pat", this.name, "Main St", "1"));
		String id = search(this.name).path("items").get(0).path("id").asString();
		hinting(this.helpDesk, id).expectStatus().isAccepted();
		this.identity.clock().pass(Duration.ofDays(1));
		hinting(this.staff.member("administrator"), id).expectStatus().isAccepted();
		assertThat(this.legacy.trail("hint-mailed", id)).hasSize(2);
	}

	@Test
	void writesTheHintInTheLanguageThatStaffChose() {
		this.legacy.has(row(this.email, "Pat", this.name, "Main St", "1"));
		String id = search(this.name).path("items").get(0).path("id").asString();
		for (String unknown : List.of("fr", "", "x".repeat(300))) {
			assertThat(IdentityFixture
				.problem(hinting(this.helpDesk, id, Map.of("language", unknown)).expectStatus().isEqualTo(422)))
				.isEqualTo("invalid-request");
		}
		hinting(this.helpDesk, id, Map.of("language", "es")).expectStatus().isAccepted();
		JsonNode hint = this.events.await(LegacyHintRequested.TOPIC, LegacyHintRequested.TYPE, this::isOurs);
		assertThat(hint.path("language").asString()).isEqualTo("es");
	}

	@Test
	void knowsNoOtherRecords() {
		hinting(this.helpDesk, UUID.randomUUID().toString()).expectStatus().isNotFound();
	}

	@Test
	void isForTheHelpDeskAndAdministratorsAlone() {
		String anyRecord = UUID.randomUUID().toString();
		String finance = this.staff.member("finance");
		String resident = this.identity.resident(IdentityFixture.newEmail()).accessToken();
		for (String token : List.of(finance, resident)) {
			searching(token, this.name).expectStatus().isForbidden();
			hinting(token, anyRecord).expectStatus().isForbidden();
		}
		searching(null, this.name).expectStatus().isUnauthorized();
		hinting(null, anyRecord).expectStatus().isUnauthorized();
		String administrator = this.staff.member("administrator");
		searching(administrator, this.name).expectStatus().isOk();
		hinting(administrator, anyRecord).expectStatus().isNotFound();
	}

	private JsonNode search(String query) {
		return IdentityFixture.json(searching(this.helpDesk, query).expectStatus().isOk());
	}

	private ResponseSpec searching(@Nullable String token, String query) {
		return this.staff.call(HttpMethod.POST, SEARCHES, token, Map.of("query", query));
	}

	private ResponseSpec hinting(@Nullable String token, String id) {
		return hinting(token, id, null);
	}

	private ResponseSpec hinting(@Nullable String token, String id, @Nullable Map<String, String> hint) {
		return this.staff.call(HttpMethod.POST, "/api/v1/legacy-residents/" + id + "/hints", token, hint);
	}

	private boolean isOurs(JsonNode hint) {
		return hint.path("email").asString().equals(this.email);
	}

	private long hints() {
		return this.events.all(LegacyHintRequested.TOPIC)
			.stream()
			.filter((event) -> event.type().equals(LegacyHintRequested.TYPE) && isOurs(event.body()))
			.count();
	}

	private static String row(String email, String given, String family, String street, String customers) {
		return email + "," + given + "," + family + ",,125 " + street + ",Apt 4,Any Town,IL,62601," + customers;
	}

	private static String letters() {
		return UUID.randomUUID()
			.toString()
			.replace("-", "")
			.chars()
			.mapToObj((digit) -> String.valueOf((char) ('a' + Character.digit(digit, 16))))
			.reduce("Q", String::concat);
	}

}
