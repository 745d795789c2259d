package city.plaza.portal.session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/account", "/customers/100234/bills?asOf=6/15/2021&cursor=a%2Bb" })
	void acceptsPathsOfThePortal(String then) {
		assertThat(LocalPath.accept(then)).contains(then);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "account", "//evil.example", "///evil.example", "/\\evil.example", "\\/evil.example",
			"https://evil.example", "https:/evil.example", "/\tevil", "/\nevil", " /account", "/a\u2028b",
			"/../..//evil.example", "/./" + "/evil.example" })
	void refusesWhatABrowserCouldReadAsAnotherHost(String then) {
		assertThat(LocalPath.accept(then)).isEmpty();
	}

	@Test
	void refusesWhatIsTooLongForAPath() {
		assertThat(LocalPath.accept("/" + "a".repeat(600))).isEmpty();
	}

}
