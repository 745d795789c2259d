package city.plaza.first.bad;

import city.plaza.other.Foreign;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;

class Impatient {

	private static final java.util.logging.Logger log = java.util.logging.Logger.getLogger("x");

	@Autowired
	private String injected;

	private Foreign[] foreign;

	private double amount;

	private Float rate;

	void waits() {
		Mono.just(this.injected).block();
		Mono.just(1).map((one) -> Flux.just(one).blockLast());
		Flux.just(1).subscribe();
		Flux.just(1).subscribe((one) -> log.info("one"));
		System.out.print(this.amount + this.rate + this.foreign.length);
	}

}
