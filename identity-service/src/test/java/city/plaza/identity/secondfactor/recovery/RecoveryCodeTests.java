package city.plaza.identity.secondfactor.recovery;

import city.plaza.identity.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecoveryCodeTests {

	private static final RecoveryCode CODE = new RecoveryCode(Secret.of("7K3M9QX10TWD"));

	@Test
	void isShownInGroups() {
		assertThat(CODE.shown().reveal()).isEqualTo("7K3M-9QX1-0TWD");
	}

	@ParameterizedTest
	@ValueSource(strings = { "7K3M-9QX1-0TWD", "7k3m9qx10twd", " 7k3m 9qx1 0twd ", "7K3M–9QXI–OTWD", "7k3m-9qxl-0twd" })
	void isReadAsPeopleTypeIt(String typed) {
		assertThat(RecoveryCode.typed(Secret.of(typed))).isEqualTo(CODE);
	}

	@Test
	void isLongAndDifferentEachTime() {
		String code = RecoveryCode.next().text().reveal();
		assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{12}").isNotEqualTo(RecoveryCode.next().text().reveal());
		assertThat(RecoveryCode.next().toString()).isEqualTo("RecoveryCode[text=***]");
	}

}
