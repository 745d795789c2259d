package city.plaza.gateway.route;

import java.util.List;

import city.plaza.platform.guard.ProductionRule;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/** The way to everybody's mail must not be open where residents are real. */
class InboxRule implements ProductionRule {

	@Override
	public List<String> violations(ConfigurableEnvironment environment) {
		return StringUtils.hasText(environment.getProperty("plaza.gateway.dev-inbox"))
				? List.of("Production refuses the local inbox: unset plaza.gateway.dev-inbox (PLAZA_DEV_INBOX_URL).")
				: List.of();
	}

}
