package city.plaza.identity.completion;

import java.util.List;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.IdentityFixture.Tokens;
import city.plaza.platform.testing.TestEvents;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The steps of a registration as a client takes them. */
@Component
@Lazy
final class Steps {

	static final String REGISTRATION = "/api/v1/me/registration";

	static final String ADDRESS = """
			{"line1":"123 Main St","line2":"","city":"Any Town","state":"IL","postalCode":"626011234"}""";

	static final String TYPED = """
			{"name":"Pat O'Example","method":"typed"}""";

	static final String DRAWN = """
			{"name":"Pat Example","method":"drawn","drawing":{"width":600,"height":200,
			 "strokes":[[10,10,20,12,30,9,40,15,50,11,60,10]]}}""";

	private final IdentityFixture fixture;

	private final TestEvents events;

	Steps(IdentityFixture fixture, TestEvents events) {
		this.fixture = fixture;
		this.events = events;
	}

	Tokens newResident() {
		return this.fixture.resident(IdentityFixture.newEmail());
	}

	static String contact(String preference, String phone) {
		return "{\"preference\":\"%s\",\"phone\":\"%s\",\"language\":\"es\"}".formatted(preference, phone);
	}

	ResponseSpec put(String step, Tokens who, String json) {
		return this.fixture.put("/api/v1/me/" + step, who.accessToken(), json);
	}

	ResponseSpec accept(Tokens who, String language) {
		String version = registration(who).get("acknowledgment").get("version").asString();
		return put("acknowledgment", who,
				"{\"accepted\":true,\"version\":\"%s\",\"language\":\"%s\"}".formatted(version, language));
	}

	/** All steps but the last press. */
	void enterAll(Tokens who) {
		accept(who, "en").expectStatus().isOk();
		put("contact", who, contact("text-message", "(312) 555-0123")).expectStatus().isOk();
		put("address", who, ADDRESS).expectStatus().isOk();
		put("signature", who, TYPED).expectStatus().isOk();
	}

	ResponseSpec submit(Tokens who) {
		return this.fixture.postAs(REGISTRATION, who.accessToken());
	}

	JsonNode registration(Tokens who) {
		return IdentityFixture.json(this.fixture.get(REGISTRATION, who.accessToken()).expectStatus().isOk());
	}

	String id(Tokens who) {
		return this.fixture.me(who.accessToken()).id().toString();
	}

	/**
	 * Waits for the change with this number, and gives all of the resident until then.
	 */
	List<JsonNode> changes(Tokens who, int revision) {
		String id = id(who);
		this.events.await(IdentityFixture.RESIDENTS, "ContactChanged",
				(body) -> body.get("residentId").asString().equals(id) && body.get("revision").asInt() == revision);
		return this.events.all(IdentityFixture.RESIDENTS)
			.stream()
			.filter((event) -> event.type().equals("ContactChanged") && event.key().equals(id))
			.map((event) -> event.body())
			.toList();
	}

}
