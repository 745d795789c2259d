package city.plaza.identity.session;

import java.time.Duration;

import city.plaza.identity.account.Account;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long sessions live.
 *
 * @param browserIdle of a browser without a page asked for
 * @param browserLife of a browser at most
 * @param mobileIdle of an app without a refresh
 * @param mobileLife of an app at most; NIST SP 800-63B-4, section 2.1.3, asks for a new
 * sign-in after 30 days
 * @param staffLife of a member of staff at most, in a browser or an app: a working day
 * @param refreshRepeat how long a refresh whose response was lost may be repeated
 */
@Validated
@ConfigurationProperties("plaza.identity.session")
record SessionSettings(
		@DefaultValue("15m") @NotNull @DurationMin(minutes = 1) @DurationMax(minutes = 15) Duration browserIdle,
		@DefaultValue("12h") @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 12) Duration browserLife,
		@DefaultValue("14d") @NotNull @DurationMin(minutes = 5) @DurationMax(days = 30) Duration mobileIdle,
		@DefaultValue("30d") @NotNull @DurationMin(minutes = 5) @DurationMax(days = 30) Duration mobileLife,
		@DefaultValue("8h") @NotNull @DurationMin(minutes = 5) @DurationMax(hours = 12) Duration staffLife,
		@DefaultValue("10s") @NotNull @DurationMin @DurationMax(minutes = 1) Duration refreshRepeat) {

	/**
	 * The limits of a new session: those of staff are short, whatever they hold it with.
	 */
	SessionLimits of(Session.Kind kind, Account.Kind holder) {
		SessionLimits limits = of(kind);
		return (holder == Account.Kind.STAFF && limits.life().compareTo(this.staffLife) > 0)
				? new SessionLimits(limits.idle(), this.staffLife) : limits;
	}

	SessionLimits of(Session.Kind kind) {
		return switch (kind) {
			case BROWSER -> new SessionLimits(this.browserIdle, this.browserLife);
			case MOBILE -> new SessionLimits(this.mobileIdle, this.mobileLife);
		};
	}

}
