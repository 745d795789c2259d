package city.plaza.identity.password;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How passwords are judged and hashed.
 *
 * @param blockedWords words that count for nothing in a password, besides the common ones
 * that come along: names of the city, of the service, of well-known places
 * @param memory of one Argon2id hash, in KiB (OWASP: 19 MiB with 2 passes, or more)
 * @param passes of one Argon2id hash
 * @param threads that hash, 0 for one of each core; each holds {@code memory} while it
 * hashes
 * @param waiting how many hashes may wait for a thread; what comes on top is asked to try
 * again
 * @param inNative whether to use Argon2 in C where it loads, as it does on the usual
 * systems
 */
@Validated
@ConfigurationProperties("plaza.identity.password")
record PasswordSettings(@DefaultValue( {
		"fairhaven", "plaza" }) List<String> blockedWords, @DefaultValue("19456") @Min(19456) @Max(1048576) int memory,
		@DefaultValue("2") @Min(2) @Max(100) int passes, @DefaultValue("0") @Min(0) @Max(1000) int threads,
		@DefaultValue("200") @Min(1) @Max(100000) int waiting, @DefaultValue("true") boolean inNative){
}
