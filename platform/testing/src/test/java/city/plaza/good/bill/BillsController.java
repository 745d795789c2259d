package city.plaza.good.bill;

import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BillsController {

	private final Bills bills;

	BillsController(Bills bills) {
		this.bills = bills;
	}

	@GetMapping("/bills")
	Mono<List<String>> bills() {
		return this.bills.all();
	}

}
