package city.plaza.identity.social.provider;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import city.plaza.platform.messages.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProviderSettingsTests {

	@Test
	void areOffWithoutAClientIdHoweverIncomplete() {
		ProviderSettings off = settings("", "", "", Map.of());
		assertThat(off.isOn()).isFalse();
		off.check("p.");
	}

	@ParameterizedTest
	@CsvSource({ "ftp://id.example, secret, en, openid, issuer", "https://id.example?x, secret, en, openid, issuer",
			"https://id.example, ' ', en, openid, client-secret", "https://id.example, secret, es, openid, name.en",
			"https://id.example, secret, en, email, scopes" })
	void nameWhatIsWrongAndNeverTheSecret(String issuer, String secret, String language, String scope, String named) {
		ProviderSettings wrong = new ProviderSettings(issuer, null, "client", secret, Map.of(language, "X"), Map.of(),
				Set.of(scope), "", "email_verified");
		assertThatIllegalArgumentException().isThrownBy(() -> wrong.check("p.google."))
			.withMessageStartingWith("p.google." + named)
			.satisfies((refusal) -> assertThat(String.valueOf(refusal.getMessage())).doesNotContain("secret,"));
		assertThat(wrong.toString()).doesNotContain("secret");
	}

	@Test
	void speakTheReadersLanguageWhereTheyCan() {
		ProviderSettings settings = settings("https://id.example", "client", "s", Map.of("en", "City ID", "es", "ID"));
		assertThat(settings.name(Language.SPANISH)).isEqualTo("ID");
		assertThat(settings("https://id.example", "client", "s", Map.of("en", "City ID")).name(Language.SPANISH))
			.isEqualTo("City ID");
		assertThat(settings.button(Language.ENGLISH)).isNull();
	}

	@Test
	void refuseANameThatCannotStandInAnAddress() {
		Map<String, ProviderSettings> named = Map.of("Not good", settings("", "", "", Map.of()));
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> new SocialSettings(named, false, Duration.ofSeconds(3), Duration.ofHours(1), Duration.ZERO))
			.withMessageContaining("Not good");
	}

	@ParameterizedTest
	@CsvSource({ "http://id.example, client, true", "https://id.example, client, false",
			"http://id.example, '', false" })
	void areRefusedInProductionWithoutHttps(String issuer, String client, boolean refused) {
		String prefix = "plaza.identity.social.providers.city.";
		MockEnvironment environment = new MockEnvironment().withProperty(prefix + "issuer", issuer)
			.withProperty(prefix + "client-id", client)
			.withProperty(prefix + "client-secret", "a secret value");
		assertThat(new IssuerRule().violations(environment)).hasSize(refused ? 1 : 0)
			.allSatisfy((sentence) -> assertThat(sentence).contains("providers.city.issuer", issuer)
				.doesNotContain("a secret value"));
	}

	private static ProviderSettings settings(String issuer, String client, String secret, Map<String, String> names) {
		return new ProviderSettings(issuer, null, client, secret, names, Map.of(), Set.of("openid"), "",
				"email_verified");
	}

}
