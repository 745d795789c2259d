package city.plaza.platform.runtime;

import city.plaza.platform.problem.RequestLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication(proxyBeanMethods = false)
class SampleApplication {

	private static final Logger log = LoggerFactory.getLogger(SampleApplication.class);

	@RestController
	static class Pages {

		@GetMapping("/told")
		Mono<String> told(@RequestHeader("X-Request-Id") String id) {
			return Mono.just(id);
		}

		@GetMapping("/elsewhere")
		Mono<String> elsewhere() {
			return RequestLog.write(() -> log.info("said elsewhere"))
				.thenReturn("done")
				.subscribeOn(Schedulers.boundedElastic());
		}

		@GetMapping("/broken")
		Mono<String> broken() {
			return Mono.error(() -> new IllegalStateException("broken"));
		}

		@GetMapping("/relayed")
		Mono<String> relayed(ServerHttpResponse response) {
			response.getHeaders().add("X-Request-Id", "the-upstreams-own");
			return Mono.just("done");
		}

	}

}
