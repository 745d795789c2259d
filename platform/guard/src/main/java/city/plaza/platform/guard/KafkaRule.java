package city.plaza.platform.guard;

import java.util.List;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Who writes an event must be known: a false one would link accounts and mail residents.
 */
class KafkaRule implements ProductionRule {

	@Override
	public List<String> violations(ConfigurableEnvironment environment) {
		boolean privately = environment.getProperty("plaza.private-network", Boolean.class, false);
		String protocol = environment.getProperty("spring.kafka.security.protocol", "SASL_SSL");
		return switch (protocol) {
			case "SASL_SSL", "SSL" -> List.of();
			case "SASL_PLAINTEXT" -> privately ? List.of() : List.of(refusal(protocol)
					+ ": use SASL_SSL, or set PLAZA_PRIVATE_NETWORK=true where only Plaza is on that network.");
			default -> List.of(refusal(protocol) + ": use SASL_SSL with a user for each service.");
		};
	}

	private static String refusal(String protocol) {
		return "Production refuses spring.kafka.security.protocol (PLAZA_KAFKA_PROTOCOL) " + protocol;
	}

}
