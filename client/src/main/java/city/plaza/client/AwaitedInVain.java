package city.plaza.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** What was polled for did not happen in time. */
public final class AwaitedInVain extends RuntimeException {

	AwaitedInVain(String what, Duration limit, String last, @Nullable UnexpectedResponse cause) {
		super("Waited " + limit.toSeconds() + " s in vain for " + what + "; the last result: " + last, cause);
	}

}
