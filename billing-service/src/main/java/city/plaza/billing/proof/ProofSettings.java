package city.plaza.billing.proof;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the proofs of bills are made.
 *
 * @param secret shared with account-link-service, which compares them
 * @param poll pause between two looks for changed bills
 */
@Validated
@ConfigurationProperties("plaza.bill-proofs")
record ProofSettings(@NotBlank String secret, @DefaultValue("1s") @NotNull Duration poll) {

	@Override
	public String toString() {
		return "ProofSettings[secret=***, poll=" + this.poll + "]";
	}

}
