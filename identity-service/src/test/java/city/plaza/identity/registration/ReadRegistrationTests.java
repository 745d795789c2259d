package city.plaza.identity.registration;

import java.util.List;

import city.plaza.identity.password.PasswordRules;
import city.plaza.identity.password.TestPasswords;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.messages.Language;
import city.plaza.platform.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadRegistrationTests {

	private static final PasswordRules RULES = TestPasswords.rules();

	private static final String PASSWORD = "nine quiet herons wade";

	private final ReadRegistration read = new ReadRegistration(RULES);

	@Test
	void takesWhatIsValidWithoutSpaceAroundIt() {
		NewRegistration registration = accepted(" Pat@Example.org ", PASSWORD, " Pat\t", "\u2003Example ");
		assertThat(registration.email().value()).isEqualTo("Pat@Example.org");
		assertThat(registration.givenName().value()).isEqualTo("Pat");
		assertThat(registration.familyName().value()).isEqualTo("Example");
		assertThat(registration.language()).isEqualTo(Language.SPANISH);
		assertThat(registration.toString()).doesNotContain(PASSWORD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "  nine quiet herons wade ", "nine quiet\therons wade" })
	void leavesAPasswordAsItWasTyped(String password) {
		assertThat(accepted("pat@example.org", password, "Pat", "Example").password().reveal()).isEqualTo(password);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			-                | nine quiet herons wade | Pat   | Example | email required
			' '              | nine quiet herons wade | Pat   | Example | email required
			pat              | nine quiet herons wade | Pat   | Example | email invalid-email
			pat@127.0.0.1    | nine quiet herons wade | Pat   | Example | email invalid-email
			pat@example.org  | -                      | Pat   | Example | password required
			pat@example.org  | ''                     | Pat   | Example | password required
			pat@example.org  | short                  | Pat   | Example | password password-too-short
			pat@example.org  | Password12345678       | Pat   | Example | password password-too-common
			pat@example.org  | nine quiet herons wade | -     | Example | givenName required
			pat@example.org  | nine quiet herons wade | <Pat> | Example | givenName invalid-characters
			pat@example.org  | nine quiet herons wade | Pat   | ' '     | familyName required
			pat@example.org  | nine quiet herons wade | Pat   | a@b     | familyName invalid-characters
			""")
	void namesTheFieldThatCannotBeTaken(@Nullable String email, @Nullable String password, @Nullable String given,
			@Nullable String family, String refusal) {
		assertThat(refused(email, password, given, family)).extracting((error) -> error.field() + " " + error.code())
			.containsExactly(refusal);
	}

	@Test
	void namesEveryFieldOnceAndInTheOrderOfTheForm() {
		List<FieldError> errors = refused("no address", "short", "<", "x".repeat(101));
		assertThat(errors).extracting(FieldError::field)
			.containsExactly("email", "password", "givenName", "familyName");
		assertThat(errors).extracting(FieldError::code)
			.containsExactly("invalid-email", "password-too-short", "invalid-characters", "too-long");
	}

	/** What cannot be taken itself is known to its holder all the same. */
	@ParameterizedTest
	@CsvSource({ "rosalind@example.org, Rosalind, Franklin, rosalind franklin",
			"no address, Rosalind, Franklin, rosalind-franklin-1",
			"rosalind@example.org, <, Franklin, rosalind.franklin",
			"quixenburyhall@example.org, Pat, Example, quixenburyhall1" })
	void takesNoPasswordMadeOfTheHoldersNameAndAddress(String email, String given, String family, String password) {
		assertThat(refused(email, password, given, family)).extracting(FieldError::code)
			.contains("password-too-common");
	}

	@Test
	void repeatsNothingThatWasTyped() {
		assertThat(refused("mal<script>", "hunter2", "{{7*7}}", "http://evil.example").toString())
			.doesNotContain("script", "hunter2", "7*7", "evil");
	}

	private NewRegistration accepted(String email, String password, String given, String family) {
		ReadRegistration.Outcome outcome = this.read.read(email, Secret.of(password), given, family, Language.SPANISH);
		assertThat(outcome).isInstanceOf(ReadRegistration.Outcome.Accepted.class);
		return ((ReadRegistration.Outcome.Accepted) outcome).registration();
	}

	private List<FieldError> refused(@Nullable String email, @Nullable String password, @Nullable String given,
			@Nullable String family) {
		Secret secret = (password != null) ? Secret.of(password) : null;
		ReadRegistration.Outcome outcome = this.read.read(email, secret, given, family, Language.ENGLISH);
		assertThat(outcome).isInstanceOf(ReadRegistration.Outcome.Refused.class);
		return ((ReadRegistration.Outcome.Refused) outcome).errors();
	}

}
