package city.plaza.identity.secondfactor;

import java.time.Duration;

import city.plaza.identity.account.Account;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who has to have a second factor.
 *
 * @param requiredOf whose sign-in is not completed without one; everybody may have one
 * @param pendingLife how long the second step of a sign-in may take
 */
@Validated
@ConfigurationProperties("plaza.identity.second-factor")
record SecondFactorSettings(@DefaultValue("staff") @NotNull RequiredOf requiredOf,
		@DefaultValue("10m") @NotNull @DurationMin(minutes = 1) @DurationMax(minutes = 10) Duration pendingLife) {

	/** Of whom one is required. */
	enum RequiredOf {

		/** Everybody decides for themselves. */
		NOBODY,
		/** Who works for the city. */
		STAFF,
		/** Staff and residents. */
		EVERYONE

	}

	boolean isRequiredOf(Account account) {
		return switch (this.requiredOf) {
			case NOBODY -> false;
			case STAFF -> account.kind() == Account.Kind.STAFF;
			case EVERYONE -> true;
		};
	}

}
