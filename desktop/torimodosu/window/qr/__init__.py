"""Reading QR codes and set-up keys from wherever the person has them."""
