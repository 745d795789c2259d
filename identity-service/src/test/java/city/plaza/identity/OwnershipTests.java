package city.plaza.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture.Tokens;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.api.AccessMatrix;
import city.plaza.platform.testing.api.OwnershipMatrix;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class OwnershipTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private DatabaseClient database;

	@Test
	void foreignThingsLookLikeAbsentOnes() throws IOException {
		AccessMatrix.Result result = OwnershipMatrix.call(this.client, Path.of("src/test/resources/access.txt"),
				Map.of("/api/v1/me/registration/drafts/{step}", OwnershipMatrix.NO_THING, "/api/v1/me/sessions/{id}",
						this::session, "/api/v1/me/email-changes/{id}", this::emailChange,
						"/api/v1/me/second-factor/passkeys/{id}", this::passkey, "/api/v1/me/sign-in-methods/{id}",
						this::signInMethod));
		assertThat(result.wrong()).isEmpty();
		assertThat(result.calls()).isGreaterThanOrEqualTo(24);
	}

	/** Another one than the token's, which has to last. */
	private OwnershipMatrix.Owned session() {
		String email = IdentityFixture.newEmail();
		Tokens owner = this.identity.resident(email);
		this.identity.signIn(email);
		for (var session : IdentityFixture.json(this.identity.get("/api/v1/me/sessions", owner.accessToken()))
			.path("items")) {
			if (!session.path("current").asBoolean()) {
				return owned(session.path("id").asString(), owner);
			}
		}
		throw new AssertionError("There is one session only");
	}

	private OwnershipMatrix.Owned emailChange() {
		Tokens owner = this.identity.resident(IdentityFixture.newEmail());
		return owned(IdentityFixture.text(this.identity.post("/api/v1/me/email-changes",
				Map.of("email", IdentityFixture.newEmail()), owner.accessToken(), "192.0.2.1"), "id"), owner);
	}

	private OwnershipMatrix.Owned passkey() {
		Tokens owner = this.identity.resident(IdentityFixture.newEmail());
		return owned(insert("""
				insert into passkey (id, account_id, credential_id, credential, name, sign_count, added_at)
				values (:id, :account, uuid_send(:id), ''::bytea, 'Phone', 0, now())""", owner), owner);
	}

	private OwnershipMatrix.Owned signInMethod() {
		Tokens owner = this.identity.resident(IdentityFixture.newEmail());
		return owned(insert("""
				insert into sign_in_method (id, account_id, provider, issuer, subject, added_at)
				values (:id, :account, 'first', 'https://first.example', :id::text, now())""", owner), owner);
	}

	private String insert(String row, Tokens owner) {
		UUID id = UUID.randomUUID();
		this.database.sql(row)
			.bind("id", id)
			.bind("account", this.identity.me(owner.accessToken()).id())
			.fetch()
			.rowsUpdated()
			.block();
		return id.toString();
	}

	private OwnershipMatrix.Owned owned(String id, Tokens owner) {
		return new OwnershipMatrix.Owned(id, UUID.randomUUID().toString(), owner.accessToken(),
				Map.of("another resident", this.identity.resident(IdentityFixture.newEmail()).accessToken()));
	}

}
