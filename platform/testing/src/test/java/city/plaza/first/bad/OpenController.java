package city.plaza.first.bad;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OpenController {

	Flux<String> all(@RequestParam @Nullable String type) {
		return Flux.empty();
	}

}
