package city.plaza.portal.page;

import java.net.URI;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/account", "/customers/100234/bills?asOf=6/15/2021&cursor=a%2Bb", "/bills/A%2F7",
			"/bills/1?then=//x", "/a:b", "/a?b=https://x", "/@evil.example", "/bills/%C3%BC", "/bills/1#charges",
			"/;evil", "/?", "/%2F%2Fevil.example", "/%5Cevil.example", "/%09/evil.example" })
	void acceptsPathsOfThePortal(String then) {
		assertThat(LocalPath.accept(then)).contains(then);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "account", "//evil.example", "///evil.example", "/\\evil.example", "\\/evil.example",
			"https://evil.example", "https:/evil.example", "/\tevil", "/\nevil", " /account", "/a\u2028b",
			"/../..//evil.example", "/./" + "/evil.example", "\\\\evil.example", "/\\/evil.example",
			"/a/\\evil.example", "/a//b", "/.//evil.example", "/..//evil.example", "/a/..//evil.example", "/.evil",
			"/a/../account", "HTTPS://evil.example", "javascript:alert(1)", "data:text/html,x", "evil.example",
			"@evil.example", "?//evil.example", "#//evil.example", "%2F/evil.example", "/\revil",
			"/\r\nLocation: //evil.example", "/\u0000", "/a b", "/a\u00a0b", "\u2215\u2215evil.example",
			"/\uff0fevil.example", "/\u3002evil.example", "/\u202e/evil", "/\ud83e\udda2", "\ufeff//evil.example",
			"/bills/{id}", "/bills/%zz", "/bills/%", "/a|b", "/a\"b", "/<script>", "/a^b", "/a`b", ":80/x", "//", "///",
			"/\u007f", "http:evil.example", "x://y" })
	void refusesWhatABrowserCouldReadAsAnotherHost(String then) {
		assertThat(LocalPath.accept(then)).isEmpty();
	}

	@Test
	void refusesWhatIsTooLongForAPath() {
		assertThat(LocalPath.accept("/" + "a".repeat(499))).isPresent();
		assertThat(LocalPath.accept("/" + "a".repeat(500))).isEmpty();
		assertThat(LocalPath.accept("/" + "a".repeat(1_000_000))).isEmpty();
	}

	/** As browsers do it: against the address of the page. */
	@ParameterizedTest
	@ValueSource(ints = { 20260302, 20261129 })
	void staysOnTheHostWhateverIsTyped(int seed) {
		String[] parts = { "/", "/", "\\", ".", "..", "evil.example", "@", ":", "?", "#", "%2F", "%5C", "http:", "a",
				";", "&", "=" };
		URI page = URI.create("https://plaza.example/sign-in");
		Random random = new Random(seed);
		int accepted = 0;
		for (int round = 0; round < 20_000; round++) {
			StringBuilder then = new StringBuilder();
			random.ints(1 + random.nextInt(7), 0, parts.length).forEach((at) -> then.append(parts[at]));
			Optional<String> path = LocalPath.accept(then.toString());
			path.ifPresent(
					(found) -> assertThat(page.resolve(found)).as("seed %s: %s", seed, found).satisfies((target) -> {
						assertThat(target.getRawAuthority()).isEqualTo("plaza.example");
						assertThat(target.getScheme()).isEqualTo("https");
						assertThat(target.getRawPath()).startsWith("/").doesNotStartWith("//");
					}));
			accepted += path.isPresent() ? 1 : 0;
		}
		assertThat(accepted).isPositive();
	}

}
