package city.plaza.gateway.route;

import city.plaza.platform.guard.Production;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** A door to everybody's mail must not be left open where residents are real. */
@Component
class InboxGuard {

	InboxGuard(RouteSettings settings, Environment environment) {
		if (settings.devInbox() != null && Production.appliesTo(environment)) {
			throw new IllegalStateException(
					"plaza.gateway.dev-inbox (PLAZA_DEV_INBOX_URL) is for local runs only: unset it in production.");
		}
	}

}
