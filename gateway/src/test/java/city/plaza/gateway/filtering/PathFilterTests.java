package city.plaza.gateway.filtering;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PathFilterTests {

	@ParameterizedTest
	@ValueSource(strings = { "//", "//x", "/a//b", "/a//", "/.", "/..", "/./a", "/../a", "/a/.", "/a/..", "/a/./b",
			"/a/../b", "/a;", "/;a=b", "/a;jsessionid=1/b", "/a/..;/b", "/a\\b", "\\", "/%2e%2e/a", "/a/%2E", "/a%2fb",
			"/a%2Fb", "/a%5cb", "/a%5Cb", "/a%3bb", "/a%3Bb", "/a%00", "/%00", "/a%252e", "/a%25", "/%2e.", "/.%2e",
			"/a/.%2F" })
	void refusesWhatTwoReadersCouldReadInTwoWays(String path) {
		assertThat(PathFilter.isAmbiguous(path)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/a", "/a/", "/a.b", "/a..b", "/..a", "/a..", "/...", "/.well-known/security.txt",
			"/a/.../b", "/assets/govuk-5.9.min.css", "/bills/62825", "/customers/100%20234", "/%C3%A9t%C3%A9", "/a+b",
			"/a,b", "/a:b", "/a@b", "/a~b", "/a=b&c", "/2e", "/a%20%2B", "/%2d" })
	void letsPlainPathsThrough(String path) {
		assertThat(PathFilter.isAmbiguous(path)).isFalse();
	}

}
