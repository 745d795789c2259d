package city.plaza.billing.payment.sandbox;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxRuleTests {

	@Test
	void productionRefusesTheSandboxInOneLine() {
		assertThat(violationsWith("sandbox")).singleElement()
			.asString()
			.contains("sandbox", "plaza.billing.payment.provider (PLAZA_PAYMENT_PROVIDER)")
			.hasLineCount(1);
	}

	@Test
	void takesAnotherProvider() {
		assertThat(violationsWith("another")).isEmpty();
	}

	private static List<String> violationsWith(String provider) {
		return new SandboxRule()
			.violations(new MockEnvironment().withProperty("plaza.billing.payment.provider", provider));
	}

}
