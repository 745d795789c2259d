package city.plaza.billing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Customers, bills, payments, imports and exports. */
@SpringBootApplication
public class BillingApplication {

	static void main(String[] args) {
		SpringApplication.run(BillingApplication.class, args);
	}

}
