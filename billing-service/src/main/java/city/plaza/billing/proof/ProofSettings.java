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
 * @param quiet how long no bill of a customer must have changed: while an import changes
 * them, each publication would be for nothing, and the import would wait for it
 */
@Validated
@ConfigurationProperties("plaza.bill-proofs")
record ProofSettings(@NotBlank String secret, @DefaultValue("1s") @NotNull Duration poll,
		@DefaultValue("3s") @NotNull Duration quiet) {

	@Override
	public String toString() {
		return "ProofSettings[secret=***, poll=" + this.poll + ", quiet=" + this.quiet + "]";
	}

}
