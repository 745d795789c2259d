package city.plaza.identity.completion;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which steps a city asks for.
 *
 * @param acknowledgment of the city's text; off where the city has none
 * @param contact preference and phone
 * @param address for mail
 * @param signature typed or drawn
 */
@Validated
@ConfigurationProperties("plaza.identity.steps")
record StepSettings(@NotNull @DefaultValue("required") Need acknowledgment,
		@NotNull @DefaultValue("required") Need contact, @NotNull @DefaultValue("required") Need address,
		@NotNull @DefaultValue("required") Need signature) {

	/** How much a step is needed. */
	enum Need {

		/** The registration is not complete without it. */
		REQUIRED,
		/** Offered, and may be skipped. */
		OPTIONAL,
		/** Not offered. */
		OFF

	}

	Need of(Step step) {
		return switch (step) {
			case ACKNOWLEDGMENT -> this.acknowledgment;
			case CONTACT -> this.contact;
			case ADDRESS -> this.address;
			case SIGNATURE -> this.signature;
		};
	}

}
