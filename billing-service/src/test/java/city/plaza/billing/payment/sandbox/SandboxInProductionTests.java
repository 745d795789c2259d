package city.plaza.billing.payment.sandbox;

import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxInProductionTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(SandboxConfiguration.class);

	@Test
	void productionRefusesTheSandbox() {
		this.runner.withPropertyValues("plaza.billing.payment.provider=sandbox")
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(SandboxInProductionException.class)
				.hasMessageContaining("PLAZA_PAYMENT_PROVIDER"));
	}

	@Test
	void withAnotherProviderNothingOfTheSandboxIsThere() {
		this.runner.withPropertyValues("plaza.billing.payment.provider=another")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SandboxConfiguration.class));
	}

	@Test
	void theRefusalIsOneLine() {
		FailureAnalysis told = new SandboxInProductionFailureAnalyzer()
			.analyze(new IllegalStateException(new SandboxInProductionException()));
		assertThat(told.getDescription()).contains("sandbox payment provider").hasLineCount(1);
	}

}
