package city.plaza.accountlink.proof;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How bills are recognised.
 *
 * @param secret shared with billing-service, which writes the proofs
 */
@Validated
@ConfigurationProperties("plaza.bill-proofs")
record ProofSettings(@NotBlank String secret) {

	@Override
	public String toString() {
		return "ProofSettings[secret=***]";
	}

}
