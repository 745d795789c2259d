package city.plaza.first.bad;

class PaymentManager {

}
