package city.plaza.identity.registration;

import java.time.Instant;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.verification.RegistrationId;
import city.plaza.platform.messages.Language;
import city.plaza.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RegistrationStateTests {

	private static final Instant NOW = Instant.parse("2028-02-29T23:59:59.123456Z");

	@Test
	void becomesAResidentWithoutARole() {
		Account resident = registration("the hash").resident(NOW);
		assertThat(resident.kind()).isEqualTo(Account.Kind.RESIDENT);
		assertThat(resident.roles()).isEmpty();
		assertThat(resident.passwordHash()).isEqualTo("the hash");
		assertThat(resident.registeredAt()).isEqualTo(NOW);
		assertThat(resident.language()).isEqualTo(Language.SPANISH);
		assertThat(resident.id()).isNotEqualTo(registration("the hash").resident(NOW).id());
	}

	@Test
	void becomesNoSecondResident() {
		Registration confirmed = registration(null);
		assertThat(confirmed.isConfirmed()).isTrue();
		assertThat(registration("the hash").isConfirmed()).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> confirmed.resident(NOW))
			.withMessageContaining(confirmed.id().toString());
	}

	@Test
	void isPrintedWithoutHashAndAddress() {
		Registration registration = registration("the hash");
		assertThat(registration.toString() + registration.resident(NOW)).doesNotContain("the hash", "pat@example.org",
				"Pat");
	}

	@Test
	void isPublishedAsItBecameAResident() {
		Account resident = registration("the hash").resident(NOW);
		assertThat(ResidentRegistered.of(resident))
			.isEqualTo(new ResidentRegistered(resident.id(), "pat@example.org", "Pat", "Example", "email", "es", NOW));
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "\t\r\n", "\u2003" })
	void asksForACodeThatIsMissing(@Nullable String code) {
		ConfirmationRequest request = new ConfirmationRequest((code != null) ? Secret.of(code) : null, null);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(request::requiredCode).satisfies((refused) -> {
			assertThat(refused.problem().status().value()).isEqualTo(422);
			assertThat(refused.problem().code()).isEqualTo("invalid-request");
			assertThat(refused.problem().field()).isEqualTo("code");
		});
	}

	private static Registration registration(@Nullable String hash) {
		return new Registration(RegistrationId.next(), new EmailAddress("pat@example.org"), PersonName.of("Pat"),
				PersonName.of("Example"), hash, null, Language.SPANISH);
	}

}
