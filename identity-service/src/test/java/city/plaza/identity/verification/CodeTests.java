package city.plaza.identity.verification;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import city.plaza.identity.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CodeTests {

	@Test
	void hasEightDigitsAndIsNotPredictable() {
		var codes = Stream.generate(Code::next)
			.limit(1000)
			.map((code) -> code.digits().reveal())
			.collect(Collectors.toSet());
		assertThat(codes).allMatch((code) -> code.matches("[0-9]{8}")).hasSizeGreaterThan(990);
		assertThat(codes).anyMatch((code) -> code.startsWith("0")).anyMatch((code) -> code.startsWith("9"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "12345678", " 1234 5678 ", "1234-5678", "12345678\n" })
	void isReadAsPeopleCopyIt(String typed) {
		assertThat(Code.typed(Secret.of(typed))).isEqualTo(new Code(Secret.of("12345678")));
	}

	@Test
	void isPrintedNowhere() {
		Code code = Code.next();
		assertThat(code.toString()).doesNotContain(code.digits().reveal());
	}

}
