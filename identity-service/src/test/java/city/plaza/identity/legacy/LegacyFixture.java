package city.plaza.identity.legacy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.staff.StaffFixture;
import city.plaza.platform.testing.TestEvent;
import city.plaza.platform.testing.TestEvents;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What the tests of legacy residents do again and again. */
@Component
@Lazy
public final class LegacyFixture {

	static final String IMPORTS = "/api/v1/legacy-residents/imports";

	static final String HEADER = "email,given_name,family_name,phone,address_line1,address_line2,city,state,"
			+ "postal_code,customer_numbers";

	private final StaffFixture staff;

	private final WebTestClient client;

	private final TestEvents events;

	private final DatabaseClient database;

	LegacyFixture(StaffFixture staff, WebTestClient client, TestEvents events, DatabaseClient database) {
		this.staff = staff;
		this.client = client;
		this.events = events;
		this.database = database;
	}

	/** How an import ended. */
	record Report(boolean dryRun, int rows, int added, int changed, int unchanged, int reclaimed, int rejected,
			List<Error> errors) {

		/** Added, changed, unchanged, reclaimed, rejected. */
		List<Integer> counts() {
			return List.of(this.added, this.changed, this.unchanged, this.reclaimed, this.rejected);
		}

	}

	/** Why a row was left out. */
	record Error(long line, String column, @Nullable String value, String code, String detail) {
	}

	String finance() {
		return this.staff.member("finance");
	}

	/** A file of these rows. */
	static String file(String... rows) {
		return Stream.concat(Stream.of(HEADER), Stream.of(rows)).collect(Collectors.joining("\n"));
	}

	/** A row with a phone and an address. */
	public static String row(String email, String customers) {
		return email + ",Pat,Example,(312) 555-0123,125 Main St,Apt 4,Any Town,IL,62601," + customers;
	}

	ResponseSpec importing(@Nullable String token, String file) {
		return importing(token, file.getBytes(StandardCharsets.UTF_8), "");
	}

	ResponseSpec importing(@Nullable String token, byte[] file, String query) {
		return this.client.post().uri(IMPORTS + query).headers((headers) -> {
			if (token != null) {
				headers.setBearerAuth(token);
			}
		}).contentType(MediaType.parseMediaType("text/csv")).bodyValue(file).exchange();
	}

	Report report(ResponseSpec response) {
		return IdentityFixture.body(response.expectStatus().isOk(), Report.class);
	}

	/** Imports rows as a member of finance staff. */
	public void has(String... rows) {
		report(importing(finance(), file(rows)));
	}

	/** Waits until a resident's links come back. */
	public JsonNode reclaimed(String resident) {
		return this.events.await(LegacyResidentReclaimed.TOPIC, LegacyResidentReclaimed.TYPE,
				(body) -> body.path("residentId").asString().equals(resident));
	}

	/** How often they did, once the first is there. */
	long timesReclaimed(String resident) {
		reclaimed(resident);
		return this.events.all(LegacyResidentReclaimed.TOPIC)
			.stream()
			.filter((event) -> event.type().equals(LegacyResidentReclaimed.TYPE))
			.map(TestEvent::key)
			.filter(resident::equals)
			.count();
	}

	/** The record of an address. */
	Map<String, Object> row(String email) {
		return this.database.sql("select * from legacy_resident where address = lower(:email)")
			.bind("email", email)
			.fetch()
			.one()
			.blockOptional()
			.orElse(Map.of());
	}

	/** Whether the record of an address came back to an account. */
	public boolean isReclaimed(String email) {
		return row(email).get("reclaimed_at") != null;
	}

	/** What the trail holds of an action and a subject. */
	List<Map<String, Object>> trail(String action, String subject) {
		return this.database.sql("""
				select * from audit_entry where action = :action and subject_id = :subject order by recorded_at, id
				""").bind("action", action).bind("subject", subject).fetch().all().collectList().block();
	}

}
