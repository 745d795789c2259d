package city.plaza.billing.payment.sandbox;

import java.util.List;

import city.plaza.platform.guard.ProductionRule;

import org.springframework.core.env.ConfigurableEnvironment;

/** Production needs a provider that moves money. */
class SandboxRule implements ProductionRule {

	@Override
	public List<String> violations(ConfigurableEnvironment environment) {
		return SandboxProvider.NAME.equals(environment.getProperty("plaza.billing.payment.provider"))
				? List.of("Production refuses the sandbox payment provider, which moves no money: "
						+ "set plaza.billing.payment.provider (PLAZA_PAYMENT_PROVIDER) to a real one.")
				: List.of();
	}

}
