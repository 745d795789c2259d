package city.plaza.gateway.route;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** A door to everybody's mail must not be left open where residents are real. */
@Component
class InboxGuard {

	InboxGuard(RouteSettings settings, Environment environment) {
		if (settings.devInbox() != null && environment.acceptsProfiles(Profiles.of("production"))) {
			throw new IllegalStateException(
					"plaza.gateway.dev-inbox (PLAZA_DEV_INBOX_URL) is for local runs only: unset it in production.");
		}
	}

}
