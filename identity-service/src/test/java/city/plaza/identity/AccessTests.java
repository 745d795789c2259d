package city.plaza.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.session.OpenSession;
import city.plaza.identity.session.Session;
import city.plaza.identity.session.TokenResponses;
import city.plaza.platform.messages.Language;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.api.AccessMatrix;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class AccessTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private Accounts accounts;

	@Autowired
	private OpenSession openSession;

	@Autowired
	private TokenResponses tokens;

	@Autowired
	private Clock clock;

	@Test
	void everyOperationIsForThoseAloneWhomTheTableNames() throws IOException {
		AccessMatrix.Result result = AccessMatrix.call(this.client, Path.of("src/test/resources/access.txt"),
				this::token);
		assertThat(result.wrong()).isEmpty();
		assertThat(result.calls()).isGreaterThan(200);
	}

	/** Of an account of its own: some operations end every session, or the account. */
	private String token(List<String> roles) {
		Account.Kind kind = roles.isEmpty() ? Account.Kind.RESIDENT : Account.Kind.STAFF;
		PersonName name = PersonName.of("Robin");
		Account account = new Account(AccountId.next(), kind,
				EmailAddress.read(IdentityFixture.newEmail()).orElseThrow(), name, name, null, Set.copyOf(roles),
				Language.ENGLISH, false, this.clock.instant());
		return Objects
			.requireNonNull(this.accounts.addIfNew(account)
				.then(this.openSession.openWithSecondFactor(account, Session.Kind.MOBILE))
				.flatMap((opened) -> this.tokens.of(opened, null))
				.block())
			.accessToken()
			.reveal();
	}

}
