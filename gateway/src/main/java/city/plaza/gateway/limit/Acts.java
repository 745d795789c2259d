package city.plaza.gateway.limit;

import java.util.List;
import java.util.Optional;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which rate a request counts against besides the general one. */
@Component
class Acts {

	private record Rule(String rate, String method, PathPattern path) {
	}

	private final List<Rule> rules;

	Acts(LimitSettings settings) {
		this.rules = settings.acts()
			.stream()
			.flatMap((act) -> act.paths()
				.stream()
				.map((path) -> new Rule(act.rate(), act.method(), PathPatternParser.defaultInstance.parse(path))))
			.toList();
	}

	Optional<String> rateOf(ServerHttpRequest request) {
		String method = request.getMethod().name();
		return this.rules.stream()
			.filter((rule) -> rule.method().equals(method)
					&& rule.path().matches(request.getPath().pathWithinApplication()))
			.map(Rule::rate)
			.findFirst();
	}

}
