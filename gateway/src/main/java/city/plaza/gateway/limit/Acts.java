package city.plaza.gateway.limit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which rate a request counts against besides the general one. */
@Component
class Acts {

	private record Rule(String rate, String method, PathPattern path) {
	}

	/** By method: most requests read, and no rule is about those. */
	private final Map<String, List<Rule>> rules;

	Acts(LimitSettings settings) {
		this.rules = settings.acts()
			.stream()
			.flatMap((act) -> act.paths()
				.stream()
				.map((path) -> new Rule(act.rate(), act.method(), PathPatternParser.defaultInstance.parse(path))))
			.collect(Collectors.groupingBy(Rule::method));
	}

	Optional<String> rateOf(ServerHttpRequest request) {
		return this.rules.getOrDefault(request.getMethod().name(), List.of())
			.stream()
			.filter((rule) -> rule.path().matches(request.getPath().pathWithinApplication()))
			.map(Rule::rate)
			.findFirst();
	}

}
