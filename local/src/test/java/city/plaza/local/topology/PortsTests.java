package city.plaza.local.topology;

import city.plaza.local.suite.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTests {

	@Test
	void shiftsEveryPortByTheOffset() {
		assertThat(Ports.parse("2000").byLabel())
			.allSatisfy((name, port) -> assertThat(port).isEqualTo(Ports.parse("").byLabel().get(name) + 2000));
	}

	@Test
	void givesNoPortTwice() {
		assertThat(Ports.parse("").byLabel().values()).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "many", "1.5", "-9000", "60000" })
	void refusesAnOffsetThatLeadsNowhereInOneLine(String offset) {
		assertThatThrownBy(() -> Ports.parse(offset)).isInstanceOf(UsageException.class)
			.hasMessageStartingWith("PLAZA_PORT_OFFSET")
			.hasMessageNotContaining("\n");
	}

}
