"""Invented names: pairs drawn from two lists, each pair once, so that no two people share a name by accident."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

GIVEN = """
Abena Adela Adrian Ahmed Aiko Alana Alejandro Alma Amara Amir Anika Anselm Antonia Anwar Araceli Arjun Asha Beatriz
Belen Benedict Bianca Bilal Brigid Bruno Caleb Camila Carmen Cecilia Cedric Celeste Chidi Clara Clement Cordelia Cyrus
Dahlia Damon Daniela Dario Delia Desmond Dina Dolores Edith Efrain Eleni Elias Elsa Emeka Emilio Enid Ernesto Esperanza
Ezra Fatima Felix Fernanda Fiona Florence Gael Genevieve Gideon Gloria Graciela Gwen Hana Hector Helena Hugo Ibrahim
Ilana Imani Ines Irene Ismael Ivy Jabari Jamila Jasper Javier Joaquin Joelle Jonah Josefina Judith Kalani Kamal Karina
Keisha Kenji Khalil Kiran Lamar Latoya Leila Leandro Leticia Lionel Lourdes Lucinda Lydia Mabel Magdalena Malik Manuel
Marcela Marcus Mateo Maxine Mei Micah Milena Mina Mirela Mohamed Monique Nadia Naomi Nasir Nell Nia Nikhil Nora Octavia
Olga Omar Oscar Paloma Pascal Paulina Pearl Percy Philippa Quentin Rafael Ramona Rashid Renata Reuben Rhea Rosalind
Rufus Ruben Sabina Salma Samir Selma Shanice Silas Simone Soledad Sonia Sterling Tamika Tariq Tessa Thaddeus Theo Tobias
Uma Ursula Valeria Vera Vikram Wanda Wendell Willa Xiomara Yasmin Yolanda Yusuf Zainab Zora
""".split()  # noqa: SIM905 (a paragraph reads better than 150 quoted names)

FAMILY = """
Abernathy Acheampong Achterberg Adebayo Aguilar Albright Alcott Almeida Amador Anders Ansah Arceneaux Asante Ashby
Atencio Babatunde Bainbridge Balogun Barros Batista Beckford Bellamy Benavides Bergstrom Bhatt Birdsong Blackwood
Boateng Bolanos Brandt Briggs Bui Burnside Cabrera Calloway Camacho Cardenas Carmichael Cazares Chaudhry Cho Cisneros
Clearwater Cobb Contreras Corrigan Crenshaw Dang Darden Delacroix Delgadillo Dhillon Dimas Donahue Drummond Dubois
Echevarria Eisner Ekwueme Ellery Escobedo Fairchild Farouk Feldstein Fitzroy Fonseca Fujimoto Gallardo Garrity Gaskins
Ghanem Gillespie Goldfarb Gutierrez Haddad Halvorsen Hamdan Hargrove Hathaway Hidalgo Hollis Holloway Iglesias Ingram
Iwata Jankowski Jaramillo Kebede Keller Kowalczyk Laramie Larkin Leavitt Lindqvist Lockhart Lozano Luong MacIntyre
Madrigal Malhotra Mbeki Mercado Mirza Monteiro Montoya Moreau Nakagawa Nazario Ndiaye Nguyen Nordstrom Obregon Odom
Ogilvie Okonkwo Ortega Osborne Pacheco Paredes Pettway Pham Pickering Quintana Quist Radcliffe Rahman Renteria Rosario
Rutledge Saavedra Saldana Sandoval Sayegh Schaefer Sepulveda Serrano Shabazz Shapiro Siddiqui Sorensen Spearman Stovall
Suarez Sutherland Takahashi Tavares Tesfaye Thorne Tillman Tolliver Trujillo Uddin Underhill Valdivia Vang Vasquez
Velarde Villanueva Wachowski Walcott Wheelock Whitaker Winslow Xiong Yazzie Yoon Zambrano Zapata Zeller
""".split()  # noqa: SIM905 (a paragraph reads better than 150 quoted names)


def pairs(rng: Random, taken: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """(given, family), each pair once, none of ``taken``; family names go round before one comes again."""
    used = set(taken)
    while True:
        families = list(FAMILY)
        rng.shuffle(families)
        for family in families:
            given = rng.choice(GIVEN)
            if (given, family) not in used:
                used.add((given, family))
                yield given, family
