package city.plaza.local.topology;

import city.plaza.local.suite.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
	@CsvSource({ "-1000, 7080", "-999, 7081", "0, 8080", "'', 8080", "' +5 ', 8085", "46442, 54522" })
	void shiftsUpToTheLastPortThatThereIs(String offset, int gateway) {
		Ports ports = Ports.parse(offset);
		assertThat(ports.of(Port.GATEWAY)).isEqualTo(gateway);
		assertThat(ports.gatewayUrl()).isEqualTo("http://localhost:" + gateway);
		assertThat(ports.byLabel().values()).allMatch((port) -> port > 1_024 && port <= 65_535).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "many", "1.5", "-9000", "60000", "-1001", "46443", "2147483647", "-2147483648",
			"2147483648", "1 000", "1_000", "0x10", "1e3" })
	void refusesAnOffsetThatLeadsNowhereInOneLine(String offset) {
		assertThatThrownBy(() -> Ports.parse(offset)).isInstanceOf(UsageException.class)
			.hasMessageStartingWith("PLAZA_PORT_OFFSET")
			.hasMessageContaining(offset)
			.hasMessageNotContaining("\n");
	}

	@Test
	void keepsThePortsInTheOrderOfStart() {
		assertThat(Ports.parse("").byLabel().keySet()).first().isEqualTo("postgres");
		assertThat(Ports.parse("").byLabel().keySet()).last().isEqualTo("gateway-management");
	}

}
